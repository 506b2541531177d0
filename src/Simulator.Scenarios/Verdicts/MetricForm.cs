namespace Simulator.Scenarios.Verdicts;

/// <summary>What a metric consists of, and so what can be asked of it.</summary>
public enum MetricForm
{
    Unset = 0,

    /// <summary>Many samples: needs mean, a quantile, max, min, sum or count.</summary>
    Samples,

    /// <summary>How often something happened: itself, or its share, count or rate.</summary>
    Counter,

    /// <summary>One number at the end of the run: itself only.</summary>
    Value,

    /// <summary>One number for each group of the scenario: <c>profit(cheaters)</c>.</summary>
    ValueOfGroup,
}
