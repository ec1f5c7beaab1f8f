"""What shows the roadmap's pages: one assembly of a site, and thin adapters of it to MkDocs, to a folder and to Markdown."""
