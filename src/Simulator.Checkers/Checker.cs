using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Checkers;

/// <summary>An independent judge: rebuilds what must hold from observations alone and remembers where it does not.</summary>
/// <remarks>Checkers share no code with Economics or Chain, or they would repeat their bugs.</remarks>
public abstract class Checker : IObserver
{
    /// <summary>Violations kept in full; later ones are only counted.</summary>
    public const int KeptViolations = 100;

    private readonly List<Violation> violations = [];

    /// <summary>The name verdicts use: <c>supply.conserved</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The rule in one sentence.</summary>
    public abstract string Rule { get; }

    public IReadOnlyList<Violation> Violations => violations;

    /// <summary>How many violations were seen, kept or not.</summary>
    public long ViolationCount { get; private set; }

    /// <summary>How many times the rule was put to the test; zero means the checker saw nothing to judge.</summary>
    public long Judged { get; private set; }

    public abstract void Observe(in ObservedFact fact);

    public virtual void Complete()
    {
    }

    /// <summary>Judges one case: records a violation when <paramref name="holds"/> is false.</summary>
    protected void Judge(bool holds, SimTime at, string subject, string what)
    {
        Judged++;
        if (holds)
        {
            return;
        }

        ViolationCount++;
        if (violations.Count < KeptViolations)
        {
            violations.Add(new Violation(Name, at, subject, what));
        }
    }
}
