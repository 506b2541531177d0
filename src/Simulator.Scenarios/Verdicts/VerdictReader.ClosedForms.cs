using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Verdicts;

/// <summary>The verdict on a closed form: <c>closed_form(NAME) within 2/100</c>.</summary>
internal sealed partial class VerdictReader
{
    private ClosedFormVerdict? ReadClosedForm(string name, int start)
    {
        IReadOnlyList<string> known = ClosedFormTerm.Names(context);
        if (!known.Contains(name))
        {
            Refuse(
                start,
                $"there is no closed form '{Shorten.Text(name)}'",
                "a name under 'closed_forms', or of an estimate",
                context.Suggest(name, known, known.Count == 0 ? "add it under 'closed_forms'" : "known: " + List(known)));
            return null;
        }

        SkipSpaces();
        int wordStart = position;
        if (Word() != ClosedFormTerm.Within)
        {
            Refuse(
                wordStart,
                "nothing says how close it must be",
                "'within' and a ratio",
                $"write for example {ClosedFormTerm.Word}({name}) within 2/100");
            return null;
        }

        SkipSpaces();
        int ratioStart = position;
        string bound = UntilWhen();
        ScalarNode ratio = new(At(ratioStart), bound, IsPlain: true, IsVerbatim: node.IsVerbatim);
        if (Sections.Shapes.Ratio.Read(ratio, context) is not { } within
            || !TryReadWhen(out VerdictCondition? when, out string whenText))
        {
            return null;
        }

        string text = $"{ClosedFormTerm.Word}({name}) {ClosedFormTerm.Within} {((ResolvedScalar)within.Node).Text}{whenText}";
        return new ClosedFormVerdict(text, when, name, ClosedFormTerm.IsEstimate(name, context), within.Value);
    }
}
