using Simulator.Primitives;

namespace Simulator.Economics;

/// <summary>What draws of the economy decide.</summary>
internal static class Purposes
{
    public static readonly DrawPurpose Price = new("economy.price");
    public static readonly DrawPurpose Jump = new("economy.jump");
    public static readonly DrawPurpose Demand = new("economy.demand");
    public static readonly DrawPurpose Cost = new("economy.cost");
    public static readonly DrawPurpose Exit = new("economy.exit");
    public static readonly DrawPurpose Entry = new("economy.entry");
}
