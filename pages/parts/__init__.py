"""Streamlit pieces that pages share. The only place besides the page scripts and `app.py` that knows Streamlit."""
