"""A result in, a plotly figure out, as a plain dict: no Streamlit, no SQL, no arithmetic but that of drawing."""
