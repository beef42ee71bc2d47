"""The recipe of the shipped pipeline: open data in, `timeline/models/en_timeline_news` out."""
