namespace Simulator.Reporting;

/// <summary>Metrics by which modes of payment compare on the same demand.</summary>
internal static class PaymentMetrics
{
    public const string Admission = "latency.admission";
    public const string Transactions = "payment.transactions_per_answer";
    public const string Fees = "payment.fees_per_answer";
    public const string BadDebt = "payment.bad_debt";
    public const string LateDebt = "payment.late_debt";
    public const string Unpaid = "payment.unpaid_answers";
    public const string Capital = "payment.capital";

    public static readonly IReadOnlyList<Metric> All =
    [
        new(Admission, MetricUnit.Seconds, MetricKind.Distribution,
            "From the user's decision to ask until a node takes the request as paid and has it computed"),
        new(Transactions, MetricUnit.Count, MetricKind.Amount, "Transactions on the payment chain for each accepted answer"),
        new(Fees, MetricUnit.Gwei, MetricKind.Amount, "Fees on the payment chain for each accepted answer"),
        new(BadDebt, MetricUnit.Opg, MetricKind.Amount, "Money due to nodes that they gave up and never got"),
        new(LateDebt, MetricUnit.Opg, MetricKind.Amount, "Money due to nodes that they had given up and got in the end"),
        new(Unpaid, MetricUnit.Count, MetricKind.Count, "Answers that nodes computed and were never paid for"),
        new(Capital, MetricUnit.Opg, MetricKind.Amount,
            "What authorisations, deposits and credits tied up at a time, averaged over the run"),
    ];
}
