"""Storey 3: what people see. Thin page scripts, the charts they draw and the Streamlit pieces they share."""
