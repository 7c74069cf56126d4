"""`make load`: editors and readers on a started site while background work goes on."""
