"""The grammar of time: English prose to time expressions and what each of them means."""
