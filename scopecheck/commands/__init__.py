"""The commands: each module of this package that defines ``command`` is one."""
