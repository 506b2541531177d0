namespace Simulator.Economics.Epochs;

/// <summary>What an epoch's demand met.</summary>
/// <param name="Price">USD per request.</param>
/// <param name="Wanted">Requests wanted at that price.</param>
/// <param name="Served">Requests that ended in a paid answer.</param>
/// <param name="Load">Busy share of the slots that worked.</param>
/// <param name="Wait">Mean wait in seconds.</param>
/// <param name="Checked">Share of the answers to be checked that could be.</param>
internal readonly record struct Service(
    double Price, double Wanted, double Served, double Load, double Wait, double Checked);
