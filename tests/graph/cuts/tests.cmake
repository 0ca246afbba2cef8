espalier_test(graph/cuts/arc_set_test cuts_exact)
