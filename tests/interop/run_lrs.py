"""Ralph's LRS on files. Its file store takes one call and no second (it "creates"); here it appends.

Usage: run_lrs.py HOST PORT, with the environment that `ralph runserver` wants.
"""

import sys

import uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", host=sys.argv[1], port=int(sys.argv[2]), log_level="info")
