"""The parts of the page, each as plain functions from a scene to components."""
