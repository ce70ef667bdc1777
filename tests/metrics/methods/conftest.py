"""What the methods load when it is first used is loaded here, before the clock of a single example starts."""

import numpy as np  # noqa: F401
import scipy.special  # noqa: F401
