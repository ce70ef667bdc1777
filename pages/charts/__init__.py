"""A result in, a plotly figure out, as a plain dict: no Streamlit, no SQL, and no arithmetic but that of the drawing."""
