namespace Simulator.Reporting;

/// <summary>A verdict a scenario asks for, as plain data.</summary>
/// <param name="Expression">As the scenario file writes it; shown to people.</param>
public abstract record VerdictRequest(string Expression);

/// <summary>A judge must find nothing: <c>supply.conserved</c>.</summary>
public sealed record CheckerVerdictRequest(string Expression, string Checker) : VerdictRequest(Expression);

/// <summary>A metric must keep to a bound: <c>p99(latency.end_to_end) &lt; 4 s</c>.</summary>
/// <param name="Expression">As written.</param>
/// <param name="Question">Metric, aggregate and group.</param>
/// <param name="Comparison">The sense of the bound.</param>
/// <param name="Bound">In the metric's base unit: seconds, OPG, requests per second, a fraction of one.</param>
public sealed record MetricVerdictRequest(
    string Expression,
    MetricQuestion Question,
    Comparison Comparison,
    double Bound) : VerdictRequest(Expression);

/// <summary>A figure must cover its closed form, and closely: <c>closed_form(break-even) within 2/100</c>.</summary>
/// <param name="Expression">As written.</param>
/// <param name="Question">The measured figure; null where it is an estimate over all arms.</param>
/// <param name="ClosedForm">In the figure's base unit; null where the formula has no value.</param>
/// <param name="Within">The largest half-width of the interval, as a share of the closed form.</param>
public sealed record ClosedFormVerdictRequest(
    string Expression,
    MetricQuestion? Question,
    double? ClosedForm,
    double Within) : VerdictRequest(Expression);
