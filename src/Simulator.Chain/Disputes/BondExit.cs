using Simulator.Chain.State;
using Simulator.Primitives;

namespace Simulator.Chain.Disputes;

/// <summary>A bond on its way back.</summary>
/// <param name="Amount">What is left of it.</param>
/// <param name="Due">Unix seconds after which it is paid.</param>
internal readonly record struct BondExit(OpgAmount Amount, ulong Due)
{
    internal static void Write(SlotWriter writer, BondExit exit)
    {
        writer.UInt128(exit.Amount.BaseUnits);
        writer.UInt64(exit.Due);
    }
}
