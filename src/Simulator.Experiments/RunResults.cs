using Simulator.Checkers;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>What the kernel and the judges say of a run that has ended, in the words of reports.</summary>
internal static class RunResults
{
    public static RunResult Of(Scenario scenario, RunOutcome outcome, InferenceFacts facts, CheckerSuite checkers) => new()
    {
        Digest = outcome.DigestHex,
        Facts = facts.Hash().ToBareString(),
        End = outcome.End,
        Completion = outcome.Reason switch
        {
            RunEnd.Finished => RunCompletion.Finished,
            RunEnd.Interrupted => RunCompletion.Interrupted,
            RunEnd.Quiescent => RunCompletion.Quiescent,
            _ => throw Invariant.Unreachable(outcome.Reason),
        },
        Events = outcome.Events,
        Checkers = [.. checkers.Checkers.Select(Finding)],
        Verdicts = VerdictRequests.Of(scenario, checkers.Checkers.Select(checker => checker.Name)),
    };

    private static CheckerFinding Finding(Checker checker) => new(
        checker.Name,
        checker.Judged,
        [.. checker.Violations.Select(violation => new Reporting.Violation(violation.At, violation.Subject, violation.What))],
        checker.ViolationCount);
}
