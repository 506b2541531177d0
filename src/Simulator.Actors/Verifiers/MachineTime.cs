using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Actors.Verifiers;

/// <summary>What the time of a machine costs whoever runs it.</summary>
/// <param name="Party">Member that bears it.</param>
/// <param name="Group">Its group in the scenario.</param>
/// <param name="PerHour">OPG per hour of one busy core.</param>
public sealed record MachineTime(string Party, string Group, OpgAmount PerHour)
{
    /// <summary>The cost of a span, rounded down to whole atto-OPG.</summary>
    public OpgAmount Of(SimDuration span) => PerHour.MultiplyDivideRoundingDown(
        (UInt128)span.Nanoseconds, (UInt128)SimDuration.FromHours(1).Nanoseconds);

    /// <summary>Says what a piece of work cost; free machines say nothing.</summary>
    public void Charge(SimDuration span, string cause, IActorContext context)
    {
        if (!PerHour.IsZero)
        {
            context.Observe(new CostIncurred(Party, Group, Of(span), cause));
        }
    }
}
