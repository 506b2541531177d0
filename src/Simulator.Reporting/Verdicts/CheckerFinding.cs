using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>What an independent judge found.</summary>
/// <param name="Checker">Its name: <c>supply.conserved</c>.</param>
/// <param name="Checked">How many things it judged (blocks, answers, requests).</param>
/// <param name="Violations">Every violation it kept, in the order of time. Empty when the rule holds.</param>
/// <param name="ViolationCount">How many there were, including those it did not keep.</param>
public sealed record CheckerFinding(
    string Checker,
    long Checked,
    IReadOnlyList<Violation> Violations,
    long ViolationCount)
{
    public bool Holds => ViolationCount == 0;
}

/// <summary>One broken rule: when, whose, and in words what was expected and what was seen.</summary>
public sealed record Violation(SimTime At, string Subject, string Description);
