"""Parts of the report: tables in, sentences and grids out, each number with the row that it rests on."""
