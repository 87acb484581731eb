"""What stands between the explorer and the untrusted: headers, the token of writes, the password."""
