namespace Simulator.Statistics;

/// <summary>What a sequential experiment does next.</summary>
public enum StoppingState
{
    Unset = 0,

    /// <summary>More replications are wanted.</summary>
    More,

    /// <summary>The precision asked for is reached.</summary>
    Reached,

    /// <summary>The most replications allowed are done and the precision is not reached: say so beside the
    /// figure.</summary>
    Exhausted,
}
