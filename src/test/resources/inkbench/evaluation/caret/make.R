# Made the files beside it: NAME.matrix.csv (rows = prediction, columns = reference), NAME.stats.csv and NAME.txt.
#   apt-get install r-cran-caret r-cran-e1071      (R 4.2.2, caret 6.0-93, e1071 1.7-13)
#   Rscript make.R
suppressPackageStartupMessages(library(caret))
options(width = 80, digits = 7)
set.seed(20)

number <- function(x) ifelse(is.na(x), "NA", trimws(formatC(x, digits = 17, format = "g")))

record <- function(name, counts, classes = as.character(seq_len(nrow(counts)) - 1), named = FALSE) {
  dimnames(counts) <- list(Prediction = classes, Reference = classes)
  if (named) {
    write.csv(counts, paste0(name, ".matrix.csv"))
  } else {
    text <- format(counts, scientific = FALSE, trim = TRUE)
    writeLines(apply(text, 1, paste, collapse = ","), paste0(name, ".matrix.csv"))
  }
  statistics <- confusionMatrix(as.table(counts))
  capture.output(print(statistics), file = paste0(name, ".txt"))
  overall <- statistics$overall
  lines <- c("statistic,class,value", paste(names(overall), "all", number(overall), sep = ","))
  by <- statistics$byClass
  if (is.matrix(by)) {
    for (i in seq_along(classes)) {
      lines <- c(lines, paste(colnames(by), classes[i], number(by[i, ]), sep = ","))
    }
  } else {
    lines <- c(lines, paste(names(by), classes[1], number(by), sep = ","))
  }
  writeLines(lines, paste0(name, ".stats.csv"))
}

rows <- function(...) rbind(...)

letters62 <- c(0:9, LETTERS, letters)
counts <- matrix(rpois(62 * 62, 0.4), 62) + diag(rpois(62, 80))
record("characters_62", counts, letters62, named = TRUE)
record("two_second_absent", rows(c(40, 0), c(7, 0)))
record("two_first_never_predicted", rows(c(0, 0), c(7, 61)))
record("two_rare", rows(c(3, 20), c(2, 1999975)))
record("two_symmetric", rows(c(50, 9), c(9, 50)))
record("two_below_chance", rows(c(5, 60), c(70, 10)))
record("neither_read_nor_there", rows(c(30, 2, 0, 1), c(3, 28, 0, 4), c(0, 0, 0, 0), c(1, 5, 0, 33)))
record("below_chance", matrix(rpois(25, 20), 5) - diag(5))
record("all_of_one_class", rows(c(9, 0, 0), c(0, 0, 0), c(0, 0, 0)))
record("all_read_as_one", rows(c(12, 20, 9), c(0, 0, 0), c(0, 0, 0)))
record("one_image", rows(c(0, 1, 0), c(0, 0, 0), c(0, 0, 0)))
record("close_calls", rows(c(1999, 30, 1), c(35, 1000, 8), c(9, 2, 6916)))
record("flowers", rows(c(48, 1, 0), c(2, 45, 6), c(0, 4, 44)), c("setosa", "versicolor", "virginica"), named = TRUE)
record("nearly_perfect_rare", rows(c(99990, 1, 0), c(0, 4, 0), c(0, 0, 5)))

# For two-sided P-values, which caret drops, binom.test lists n/2 probabilities, and caret has NA where memory is too small.
exact <- function(x, n, p = 0.5, alternative = "two.sided", ...) {
  list(conf.int = c(qbeta(0.025, x, n - x + 1), qbeta(0.975, x + 1, n - x)),
       null.value = c("probability of success" = p),
       p.value = pbinom(x - 1, n, p, lower.tail = FALSE))
}
imports <- parent.env(asNamespace("caret"))
unlockBinding("binom.test", imports)
assign("binom.test", exact, imports)
record("huge", rows(c(2999999999, 1234567, 7654321), c(2345678, 4123456789, 3), c(11, 1, 5)))
record("huge_near_chance", rows(c(1e9, 1e9 - 30000), c(1e9, 1e9 + 30000)))
