using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.Verdicts;

/// <summary>What has a parenthesis: <c>p99(latency.end_to_end)</c>, <c>share(fraud.noticed, cheaters)</c>,
/// <c>profit(cheaters)</c>.</summary>
internal sealed partial class VerdictReader
{
    private Verdict? ReadCall(string word, int start)
    {
        position++;
        SkipSpaces();
        int argumentStart = position;
        string argument = Word();
        SkipSpaces();
        int groupStart = position;
        string? group = null;
        if (argument.Length > 0 && Peek(','))
        {
            position++;
            SkipSpaces();
            groupStart = position;
            group = Word();
            SkipSpaces();
        }

        if (argument.Length == 0 || group is "" || !Peek(')'))
        {
            return Refuse(position, "the parenthesis holds no single name", "a name and ')'", Way);
        }

        position++;
        if (word == EstimateTerm.Word && group is null)
        {
            return EstimateTerm.Find(argument, context) is { } estimate
                ? ReadBound(Aggregate.Itself, estimate, argument, $"{word}({argument})")
                : RefuseEstimate(argument, argumentStart);
        }

        if (word == ClosedFormTerm.Word && group is null && !isTermAlone)
        {
            return ReadClosedForm(argument, argumentStart);
        }

        Aggregate aggregate = VerdictWords.Aggregates.FirstOrDefault(known => known.Word == word).Aggregate;
        if (aggregate != Aggregate.Unset)
        {
            return ReadAggregate(word, aggregate, argument, argumentStart, group, groupStart);
        }

        if (group is not null)
        {
            return RefuseFunction(word, start);
        }

        MetricDefinition? metric = FindMetric(word);
        return metric is { Form: MetricForm.ValueOfGroup }
            ? ReadGroup(metric, argument, argumentStart)
            : RefuseFunction(word, start);
    }

    private Verdict? ReadAggregate(
        string word, Aggregate aggregate, string argument, int argumentStart, string? group, int groupStart)
    {
        if (FindMetric(argument) is not { } metric)
        {
            return RefuseMetric(argument, argumentStart);
        }

        IReadOnlyList<string> allowed = VerdictWords.AllowedFor(metric.Form);
        if (!allowed.Contains(word))
        {
            string expected = allowed.Count == 0 ? $"'{argument}' without an aggregate" : string.Join(", ", allowed);
            string hint = allowed.Count == 0 ? "write the metric alone" : $"write for example {allowed[0]}({argument})";
            return Refuse(argumentStart, $"'{word}' cannot be asked of '{argument}'", expected, hint);
        }

        if (group is null)
        {
            return ReadBound(aggregate, metric, null, $"{word}({argument})");
        }

        if (!metric.ByGroup)
        {
            return Refuse(groupStart, $"'{argument}' is not measured by group", $"{word}({argument})", "remove the group");
        }

        return IsGroup(group, groupStart)
            ? ReadBound(aggregate, metric, group, $"{word}({argument}, {group})")
            : null;
    }

    private MetricVerdict? ReadGroup(MetricDefinition metric, string group, int start) =>
        IsGroup(group, start) ? ReadBound(Aggregate.Itself, metric, group, $"{metric.Name}({group})") : null;

    private Verdict? RefuseEstimate(string name, int start)
    {
        string[] known = [.. context.NamesIn(Variations.EstimatesSection.Name)];
        return Refuse(start, $"there is no estimate '{Shorten.Text(name)}'", "a name under 'estimates'",
            context.Suggest(name, known, known.Length == 0 ? "the file has no 'estimates'" : "known: " + List(known)));
    }

    private bool IsGroup(string group, int start)
    {
        string[] groups = [.. GroupNames.Sections.SelectMany(context.NamesIn), .. GroupNames.BuiltIn];
        if (groups.Contains(group))
        {
            return true;
        }

        Refuse(start, $"there is no group '{Shorten.Text(group)}'", "a group of this scenario",
            context.Suggest(group, groups, "known: " + List(groups)));
        return false;
    }
}
