using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Problems;

/// <summary>Collects problems while a scenario is read. Bounded: a hostile file cannot make it grow.</summary>
internal sealed class ProblemList
{
    public const int Capacity = 200;

    private readonly List<(int Layer, ScenarioProblem Problem)> found = [];
    private int omitted;

    public bool IsEmpty => found.Count == 0;

    /// <summary>When true, further problems are only counted, and hints need not be computed.</summary>
    public bool IsFull => found.Count >= Capacity;

    public void Add(Origin origin, Complaint complaint) =>
        Add(origin, complaint.What, complaint.Expected, complaint.Hint);

    public void Add(Origin origin, string what, string expected, string hint)
    {
        ScenarioProblem problem = new(origin.Place, origin.Line, origin.Column, what, expected, hint);
        if (origin.Kind == OriginKind.Refused || found.Exists(known => known.Problem == problem))
        {
            return;
        }

        if (IsFull)
        {
            omitted++;
            return;
        }

        found.Add((origin.Layer, problem));
    }

    /// <summary>Takes over what another list found, with words behind each that say where it was looked at.</summary>
    /// <param name="other">The other list.</param>
    /// <param name="where">As <c>in the arm payment.max = 1 OPG</c>.</param>
    /// <param name="known">What other lists have brought already; repetitions say nothing new.</param>
    public void AddFrom(ProblemList other, string where, HashSet<ScenarioProblem> known)
    {
        foreach ((int layer, ScenarioProblem problem) in other.found)
        {
            if (known.Add(problem) && !IsFull)
            {
                found.Add((layer, problem with { What = $"{problem.What} ({where})" }));
            }
        }
    }

    /// <summary>The file first, then its parents, then the flags; within each from top to bottom.</summary>
    public IReadOnlyList<ScenarioProblem> InReadingOrder()
    {
        List<ScenarioProblem> ordered =
        [
            .. found
                .OrderBy(entry => entry.Layer)
                .ThenBy(entry => entry.Problem.Place, StringComparer.Ordinal)
                .ThenBy(entry => entry.Problem.Line)
                .ThenBy(entry => entry.Problem.Column)
                .Select(entry => entry.Problem),
        ];
        if (omitted > 0)
        {
            ScenarioProblem last = ordered[^1];
            string what = $"{omitted} more problems are not shown";
            ordered.Add(last with { What = what, Expected = "", Hint = "mend these first" });
        }

        return ordered;
    }
}
