namespace Simulator.Statistics;

/// <summary>Where the mean of a curve crosses zero.</summary>
/// <param name="Replications">Curves behind it.</param>
public abstract record CrossingEstimate(int Replications);

/// <summary>It crosses once.</summary>
/// <param name="At">The place, with its interval; an end is null when resamples do not cross inside the window on that
/// side.</param>
/// <param name="Falling">True when the curve is above zero to the left.</param>
/// <param name="Left">Left end of the window the fit used.</param>
/// <param name="Right">Right end of the window the fit used.</param>
/// <param name="Coarse">True when the curve bends between points of the grid more than chance explains: the interval is
/// widened, and a finer grid inside the window would narrow it.</param>
/// <param name="Replications">Curves behind it.</param>
public sealed record SingleCrossing(
    Estimate At,
    bool Falling,
    double Left,
    double Right,
    bool Coarse,
    int Replications)
    : CrossingEstimate(Replications);

/// <summary>No crossing is shown: wherever the mean can be told from zero, it lies on one side.</summary>
/// <param name="Side">Which side.</param>
/// <param name="Replications">Curves behind it.</param>
public sealed record NoCrossing(CrossingSide Side, int Replications) : CrossingEstimate(Replications);

/// <summary>It crosses more than once; each bracket holds a change of sign that is beyond chance.</summary>
/// <param name="Brackets">Neighbouring points of the grid of opposite sign, ascending.</param>
/// <param name="Replications">Curves behind it.</param>
public sealed record SeveralCrossings(IReadOnlyList<(double Left, double Right)> Brackets, int Replications)
    : CrossingEstimate(Replications);
