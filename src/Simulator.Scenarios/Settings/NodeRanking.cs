namespace Simulator.Scenarios.Settings;

/// <summary>By what users choose among nodes.</summary>
public enum NodeRanking
{
    Unset = 0,

    /// <summary>By chance, once; as the network's client library.</summary>
    Random,

    Cheapest,

    Fastest,

    Trusted,

    Weighted,
}
