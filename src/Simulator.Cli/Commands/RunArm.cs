using System.Globalization;
using Simulator.Experiments;
using Simulator.Scenarios.Settings;

namespace Simulator.Cli.Commands;

/// <summary>One run of an experiment, picked by <c>--arm</c> and <c>--replication</c>.</summary>
/// <param name="Scenario">The arm as a scenario of its own.</param>
/// <param name="Arm">Null where nothing varies and none was named.</param>
/// <param name="Replication">From 0.</param>
internal sealed record RunArm(Scenario Scenario, int? Arm, int Replication)
{
    /// <summary>The run, or null after saying what is wrong.</summary>
    public static RunArm? Pick(Scenario scenario, int? arm, int? replication)
    {
        ArmList arms = new(scenario);
        if (arm >= arms.Count)
        {
            string last = (arms.Count - 1).ToString(CultureInfo.InvariantCulture);
            Console.Error.WriteLine($"opgsim: the scenario has no arm {arm}; arms are counted from 0 to {last}");
            return null;
        }

        if (arms.Count > 1 && arm is null)
        {
            Console.Error.WriteLine("opgsim: --replication wants an arm as well; name it with --arm");
            return null;
        }

        return new RunArm(arms[arm ?? 0], arm, replication ?? 0);
    }

    /// <summary>The flags that pick this run again.</summary>
    public string Flags
    {
        get
        {
            string arm = Arm is { } number ? string.Create(CultureInfo.InvariantCulture, $" --arm {number}") : "";
            return arm + string.Create(CultureInfo.InvariantCulture, $" --replication {Replication}");
        }
    }

    /// <summary>Part of the bundle's folder.</summary>
    public string Suffix
    {
        get
        {
            string arm = Arm is { } number ? string.Create(CultureInfo.InvariantCulture, $"-arm{number}") : "";
            return arm + string.Create(CultureInfo.InvariantCulture, $"-replication{Replication}");
        }
    }
}
