"""Hold a ledger's lock until killed; called by ``test_faults.py``."""

import sys
import time

from depeche.ledger import lock
from depeche.ledger.engine import address, connect

with lock.writer(connect(address(sys.argv[1]))):
    print("held", flush=True)
    time.sleep(600)
