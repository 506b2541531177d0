using System.CommandLine;
using Simulator.Cli.Terminal;
using Simulator.Experiments;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim compare A B</c>: which differences between two bundles, or two arms, are real.</summary>
internal static class CompareCommand
{
    private const string Form = "A bundle's folder; behind #, one arm of an experiment, as in results/audit-7#2";

    public static Command Create()
    {
        Argument<string> first = new("A") { Description = Form };
        Argument<string> second = new("B") { Description = Form };
        Option<bool> all = new("--all") { Description = "Figures that do not differ as well" };
        Command command = new("compare", "Tells which differences between two bundles are real") { first, second, all };
        command.SetAction(parsed => Compare(
            ComparedArm.Read(parsed.GetRequiredValue(first)),
            ComparedArm.Read(parsed.GetRequiredValue(second)),
            parsed.GetValue(all)));
        return command;
    }

    // Arms that have the same values belong together; a single run or a picked arm is held against each of the others.
    private static int Compare(IReadOnlyList<ComparedArm> left, IReadOnlyList<ComparedArm> right, bool isAll)
    {
        List<(ComparedArm First, ComparedArm Second)> pairs = left.Count > 1 && right.Count > 1
            ? [.. left.Join(right, arm => arm.Name, arm => arm.Name, (first, second) => (first, second))]
            : [.. left.SelectMany(first => right.Select(second => (first, second)))];
        if (pairs.Count == 0)
        {
            Console.Error.WriteLine("opgsim: the two experiments have no arm in common; pick arms, as in results/audit-7#2");
            return ExitCode.BadInput;
        }

        foreach ((ComparedArm first, ComparedArm second) in pairs)
        {
            ComparisonText.Write(ArmComparison.Of(first, second), isAll, Console.Out);
        }

        return ExitCode.Success;
    }
}
