namespace Simulator.Kernel;

/// <summary>
/// A fault of a link at one instant. <c>default</c> disturbs nothing. Faults only add delay and loss.
/// </summary>
/// <param name="ExtraDelay">≥ 0, on top of what the link takes.</param>
/// <param name="ExtraLoss">Probability of loss beside the link's own; one cuts the link.</param>
public readonly record struct LinkDisturbance(SimDuration ExtraDelay, Ratio ExtraLoss);
