"""What papers and posts made from one passport say."""
