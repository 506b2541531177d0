using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Verdicts;

/// <summary>Reads one verdict from left to right; the first thing that is wrong in it ends the reading.</summary>
internal sealed partial class VerdictReader(ScalarNode node, ReadContext context)
{
    private const string Way = "write for example p99(latency.end_to_end) < 4 s";

    private readonly string text = node.Text;
    private int position;
    private bool isTermAlone;

    /// <summary>The verdict; null after a problem.</summary>
    public Verdict? Read()
    {
        SkipSpaces();
        int start = position;
        string word = Word();
        if (word.Length == 0)
        {
            return Refuse(start, "a verdict begins with a name", "a checker, a metric or an aggregate", Way);
        }

        SkipSpaces();
        if (Peek('('))
        {
            return ReadCall(word, start);
        }

        return isTermAlone || PeekComparison() || IsMetric(word) ? ReadBareMetric(word, start) : ReadChecker(word, start);
    }

    /// <summary>The left side of a comparison alone; null after a problem.</summary>
    public MetricTerm? ReadTerm()
    {
        isTermAlone = true;
        return Read() is MetricVerdict term
            ? new MetricTerm(term.Text, term.Aggregate, term.Metric, term.Group, term.Bound.Dimension)
            : null;
    }

    private Verdict? ReadChecker(string word, int start)
    {
        IReadOnlyCollection<string> checkers = context.Vocabulary.Checkers;
        if (!checkers.Contains(word))
        {
            string[] known = [.. checkers, .. context.Vocabulary.Metrics.Select(metric => metric.Name)];
            string hint = context.Suggest(word, known, "known checkers: " + List(checkers));
            return Refuse(
                start, $"there is no checker '{Shorten.Text(word)}'", "the name of a checker, or a comparison", hint);
        }

        return TryReadWhen(out VerdictCondition? when, out string whenText)
            ? new CheckerVerdict(word + whenText, when, word)
            : null;
    }

    private Verdict? ReadBareMetric(string word, int start)
    {
        if (FindMetric(word) is not { } metric)
        {
            return RefuseMetric(word, start);
        }

        if (metric.Form is MetricForm.Samples)
        {
            return Refuse(start, $"'{word}' has many samples", "an aggregate of it", $"write for example p99({word})");
        }

        return metric.Form is MetricForm.ValueOfGroup
            ? Refuse(start, $"'{word}' is known for each group", "a group in parentheses", $"write {word}(GROUP)")
            : ReadBound(Aggregate.Itself, metric, null, word);
    }

    private MetricVerdict? ReadBound(Aggregate aggregate, MetricDefinition metric, string? group, string left)
    {
        SkipSpaces();
        if (isTermAlone)
        {
            return ReadEnd(aggregate, metric, group, left);
        }

        if (!TryReadComparison(out Comparison comparison))
        {
            Refuse(position, "no comparison stands here", "<, <=, >, >= or ==", Peek('=') ? "write '=='" : Way);
            return null;
        }

        SkipSpaces();
        int start = position;
        string bound = UntilWhen();
        Dimension dimension = VerdictWords.DimensionOf(aggregate, metric.Dimension);
        if (!QuantityText.TryRead(bound, dimension, out ExactNumber value, out Complaint complaint))
        {
            context.Add(At(start), complaint);
            return null;
        }

        if (!TryReadWhen(out VerdictCondition? when, out string whenText))
        {
            return null;
        }

        Quantity quantity = new(dimension, value);
        string full = $"{left} {VerdictWords.SignOf(comparison)} {quantity}{whenText}";
        return new MetricVerdict(full, when, aggregate, metric.Name, group, comparison, quantity);
    }

    private MetricVerdict? ReadEnd(Aggregate aggregate, MetricDefinition metric, string? group, string left)
    {
        Quantity none = new(VerdictWords.DimensionOf(aggregate, metric.Dimension), default);
        if (position < text.Length)
        {
            Refuse(position, $"'{Shorten.Text(text[position..])}' is left over", "a metric alone", "remove it");
            return null;
        }

        return new MetricVerdict(left, null, aggregate, metric.Name, group, Comparison.Unset, none);
    }

    private bool TryReadWhen(out VerdictCondition? when, out string whenText)
    {
        when = null;
        whenText = "";
        SkipSpaces();
        if (position == text.Length)
        {
            return true;
        }

        int start = position;
        if (Word() != "when")
        {
            Refuse(
                start,
                $"'{Shorten.Text(text[start..])}' is left over",
                "the end, or 'when KEY COMPARISON VALUE'",
                "remove it");
            return false;
        }

        SkipSpaces();
        when = ReadCondition();
        whenText = when is null ? "" : $" when {when.Key} {VerdictWords.SignOf(when.Comparison)} {when.Value}";
        return when is not null;
    }

    private VerdictCondition? ReadCondition()
    {
        int start = position;
        string key = Word();
        if (ScenarioPath.Find(key, context.Root) is not { } shape)
        {
            string hint =
                context.Suggest(key, ScenarioPath.All(context.Root), "write its full path, as in payment.max");
            string what = key.Length == 0 ? "no key stands here" : $"there is no key '{Shorten.Text(key)}'";
            Refuse(start, what, "a key of this scenario", hint);
            return null;
        }

        SkipSpaces();
        if (!TryReadComparison(out Comparison comparison))
        {
            Refuse(
                position,
                "no comparison stands here",
                "<, <=, >, >= or ==",
                "write for example when payment.max > 1 OPG");
            return null;
        }

        if (comparison != Comparison.Equal && !shape.IsOrdered)
        {
            Refuse(start, $"'{key}' has no order", "the comparison ==", $"write {key} == VALUE");
            return null;
        }

        SkipSpaces();
        ScalarNode value = new(At(position), text[position..].TrimEnd(), IsPlain: true, IsVerbatim: false);
        position = text.Length;
        return shape.Resolve(value, context) is ResolvedScalar read
            ? new VerdictCondition(key, comparison, read.Text)
            : null;
    }

    private Verdict? RefuseMetric(string word, int start)
    {
        string[] known = [.. context.Vocabulary.Metrics.Select(metric => metric.Name)];
        return Refuse(start, $"there is no metric '{Shorten.Text(word)}'", "the name of a metric",
            context.Suggest(word, known, "known: " + List(known)));
    }

    private Verdict? RefuseFunction(string word, int start)
    {
        string[] known =
        [
            .. VerdictWords.Aggregates.Select(aggregate => aggregate.Word),
            .. context.Vocabulary.Metrics
                .Where(metric => metric.Form == MetricForm.ValueOfGroup)
                .Select(metric => metric.Name),
        ];
        return Refuse(start, $"'{Shorten.Text(word)}' is not an aggregate", "one of " + string.Join(", ", known),
            context.Suggest(word, known, Way));
    }

    private Verdict? Refuse(int at, string what, string expected, string hint)
    {
        context.Add(At(at), what, expected, hint);
        return null;
    }

    private Origin At(int offset) => node.IsVerbatim ? node.Origin.Shift(offset + (node.IsPlain ? 0 : 1)) : node.Origin;

    private MetricDefinition? FindMetric(string name) =>
        context.Vocabulary.Metrics.FirstOrDefault(metric => metric.Name == name);

    private bool IsMetric(string name) => FindMetric(name) is not null;

    private static string List(IEnumerable<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal).Take(12));

    private void SkipSpaces()
    {
        while (Peek(' '))
        {
            position++;
        }
    }

    private bool Peek(char c) => position < text.Length && text[position] == c;

    private string Word()
    {
        int start = position;
        while (position < text.Length
            && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '.' or '_' or '-'))
        {
            position++;
        }

        return text[start..position];
    }

    private string UntilWhen()
    {
        int when = text.IndexOf(" when ", position, StringComparison.Ordinal);
        int end = when < 0 ? text.Length : when;
        string bound = text[position..end].Trim();
        position = end;
        return bound;
    }

    private bool PeekComparison() =>
        VerdictWords.Comparisons.Any(
            known => string.CompareOrdinal(text, position, known.Sign, 0, known.Sign.Length) == 0);

    private bool TryReadComparison(out Comparison comparison)
    {
        (string sign, comparison) = VerdictWords.Comparisons.FirstOrDefault(
            known => string.CompareOrdinal(text, position, known.Sign, 0, known.Sign.Length) == 0);
        position += sign?.Length ?? 0;
        return comparison != Comparison.Unset;
    }
}
