"""Made answers.csv and golden.csv beside it: what scikit-learn computes of the answers.

    apt-get install python3-sklearn        (scikit-learn 1.2.1)
    python3 make.py
"""
import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.metrics import (average_precision_score, brier_score_loss, log_loss, matthews_corrcoef, precision_recall_curve,
                             precision_recall_fscore_support, roc_auc_score, roc_curve, top_k_accuracy_score)

CLASSES = 5  # of which the last has no images
BINS = 15

random = np.random.default_rng(20)
labels = random.integers(0, CLASSES - 1, 400)
logits = random.normal(0, 1, (400, CLASSES)) + 1.8 * np.eye(CLASSES)[labels]
logits[:, 3] -= 2.5  # seldom predicted
answers = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
answers = np.round(answers, 2)  # so that there are ties
answers[:, 0] += 1 - answers.sum(1)
answers = np.clip(answers, 0.01, None).astype(np.float32)
answers = (answers / answers.sum(1, keepdims=True)).astype(np.float32)
with open("answers.csv", "w") as out:
    for label, row in zip(labels, answers):
        out.write(",".join([str(label)] + [str(p) for p in row]) + "\n")

p = answers.astype(np.float64)
predictions = p.argmax(1)
truth = np.eye(CLASSES)[labels]
golden = {
    "logLoss": log_loss(labels, p / p.sum(1, keepdims=True), labels=range(CLASSES)),
    "brierScore": sum(brier_score_loss(truth[:, c], p[:, c], pos_label=1) for c in range(CLASSES)),
    "top1Accuracy": (predictions == labels).mean(),
    "top2Accuracy": top_k_accuracy_score(labels, p + 1e-9 * np.arange(CLASSES)[::-1], k=2, labels=range(CLASSES)),
    "matthewsCorrelation": matthews_corrcoef(labels, predictions),
}
for average in "macro", "weighted":
    scores = precision_recall_fscore_support(labels, predictions, labels=range(CLASSES - 1), average=average, zero_division=0)
    for name, score in zip(("Precision", "Recall", "F1"), scores):
        golden[average + name] = score
for c in range(CLASSES - 1):
    golden[f"rocArea{c}"] = roc_auc_score(truth[:, c], p[:, c])
    golden[f"averagePrecision{c}"] = average_precision_score(truth[:, c], p[:, c])

confidence = p.max(1)
right = predictions == labels
accuracies, confidences = calibration_curve(right, confidence, n_bins=BINS, strategy="uniform")
bins = np.searchsorted(np.linspace(0, 1, BINS + 1)[1:-1], confidence)
counts = np.bincount(bins, minlength=BINS)
full = np.flatnonzero(counts)
for place, b in enumerate(full):
    golden[f"bin{b}Count"] = counts[b]
    golden[f"bin{b}Accuracy"] = accuracies[place]
    golden[f"bin{b}Confidence"] = confidences[place]
golden["expectedError"] = (counts[full] * np.abs(accuracies - confidences)).sum() / len(labels)
golden["maximumError"] = np.abs(accuracies - confidences).max()

false_positives, true_positives, thresholds = roc_curve(truth[:, 1], p[:, 1], drop_intermediate=False)
for i in range(1, len(thresholds), 25):
    golden[f"roc@{thresholds[i]!r}"] = f"{false_positives[i]!r};{true_positives[i]!r}"
precisions, recalls, thresholds = precision_recall_curve(truth[:, 1], p[:, 1])
for i in range(0, len(thresholds), 25):
    golden[f"precisionRecall@{thresholds[i]!r}"] = f"{recalls[i]!r};{precisions[i]!r}"

order = np.argsort(-confidence, kind="stable")
for covered in 0.5, 0.9, 1.0:
    threshold = confidence[order][int(np.ceil(covered * len(labels))) - 1]
    taken = confidence >= threshold
    golden[f"coverage@{covered}"] = f"{taken.mean()!r};{right[taken].mean()!r}"

with open("golden.csv", "w") as out:
    for name, value in golden.items():
        out.write(f"{name},{value if isinstance(value, str) else repr(float(value))}\n")
