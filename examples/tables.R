# The tables of a ledger in R, without a package: Rscript tables.R FOLDER, where FOLDER is what
# `depeche export facts --to FOLDER` wrote. The columns are explained by `depeche export codebook`.

folder <- commandArgs(trailingOnly = TRUE)[1]

# CAMEO codes may begin with 0: they are read as text. Empty cells are missing knowledge.
table_of <- function(name) {
  read.csv(file.path(folder, paste0(name, ".csv")), colClasses = "character", na.strings = "", encoding = "UTF-8")
}

encounters <- table_of("encounters")
held <- subset(encounters, status == "held" & !is.na(occurrence))
cat(nrow(held), "reports of", length(unique(held$occurrence)), "encounters\n\n")

# An occurrence counts once, with the first of its reports.
events <- subset(table_of("events"), status == "occurred")
once <- events[is.na(events$occurrence) | !duplicated(events$occurrence), ]
year <- substr(ifelse(is.na(once$first), once$published, once$first), 1, 4)
kind <- ifelse(as.integer(substr(once$cameo, 1, 2)) < 10, "cooperation", "conflict")
print(table(year, kind))

# Several sides at once are joined by "; ".
positions <- table_of("positions")
holders <- unlist(strsplit(positions$holder[positions$stance == "condemns"], "; "))
cat("\nWho condemns most:\n")
print(head(sort(table(holders), decreasing = TRUE), 5))
