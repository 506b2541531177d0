namespace Simulator.Statistics;

/// <summary>Whether replications suffice, and how many to have before asking again.</summary>
/// <param name="State">What to do.</param>
/// <param name="Next">Total number of replications to have before the next question; the present number when there is
/// nothing more to do.</param>
/// <param name="HalfWidth">The half-width judged, corrected for having looked repeatedly, in the metric's base unit;
/// null below two replications.</param>
/// <param name="Target">The half-width wanted, in the metric's base unit.</param>
public sealed record StoppingDecision(StoppingState State, long Next, double? HalfWidth, double Target);
