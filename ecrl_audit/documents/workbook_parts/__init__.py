"""The sheets of the auditor's workbook, and the paper they are written on."""
