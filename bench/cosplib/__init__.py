"""Reading and writing the workbooks of CoSPLib, a public library of conference programmes.

The format: https://github.com/ahmedkheiri/CoSPLib; Pylyavskyy, Jacko, Kheiri, European Journal of
Operational Research 317(2), 2024.
"""
