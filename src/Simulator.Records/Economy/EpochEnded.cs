using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>What one epoch of an economy was like.</summary>
/// <param name="Epoch">Counted from 0.</param>
/// <param name="Length">Simulated time it took.</param>
/// <param name="Price">USD per OPG at its start.</param>
/// <param name="InferencePrice">USD per request.</param>
/// <param name="Wanted">Requests that people wanted at that price.</param>
/// <param name="Served">Requests that ended in a paid answer.</param>
/// <param name="Load">Busy share of the nodes' slots, from 0 to 1.</param>
/// <param name="Wait">Mean wait for a slot in seconds.</param>
/// <param name="Checked">Share of the answers to be checked that verifiers could check.</param>
/// <param name="Circulating">Unlocked, and neither staked nor burned.</param>
/// <param name="Staked">Bonded by businesses.</param>
/// <param name="Burned">Destroyed so far.</param>
/// <param name="Security">Emissions and fees that those who secure the chain earned in it.</param>
/// <param name="Paid">OPG that users paid in it.</param>
/// <param name="WashTraded">OPG that wash traders paid themselves in it.</param>
/// <param name="Groups">How each group of businesses fared.</param>
public sealed record EpochEnded(
    int Epoch,
    SimDuration Length,
    double Price,
    double InferencePrice,
    double Wanted,
    double Served,
    double Load,
    double Wait,
    double Checked,
    OpgAmount Circulating,
    OpgAmount Staked,
    OpgAmount Burned,
    OpgAmount Security,
    OpgAmount Paid,
    OpgAmount WashTraded,
    IReadOnlyList<BusinessesFared> Groups) : Observation;
