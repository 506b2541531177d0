using Simulator.Actors.Enclaves.Frauds;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>nodes.NAME.fraud:</c></summary>
internal static class NodeFraudSection
{
    private static readonly ChoiceShape<NodeFraudKind> Kinds = new(
        ("cheaper_model", NodeFraudKind.CheaperModel, "runs another model and signs its answer as the asked one's"),
        ("lower_precision", NodeFraudKind.LowerPrecision, "runs the 8-bit variant of the asked model"),
        ("cached_answer", NodeFraudKind.CachedAnswer, "returns an earlier question's output, signed anew"),
        ("invented_answer", NodeFraudKind.InventedAnswer, "makes plausible numbers up and signs them"),
        ("forged_signature", NodeFraudKind.ForgedSignature, "signs with a key that no enclave made"),
        ("stale_signature", NodeFraudKind.StaleSignature, "sends an earlier answer again as it was signed then"),
        ("over_reported_tokens", NodeFraudKind.OverReportedTokens, "states twice the tokens of a text"),
        ("refusal_after_payment", NodeFraudKind.RefusalAfterPayment, "charges the session and does not answer"),
        ("plaintext_leak", NodeFraudKind.PlaintextLeak, "answers honestly, and keeps what it was asked"));

    private static readonly Key<NodeFraudKind> Kind = FraudKeys.Kind(Kinds, "cheaper_model");
    private static readonly Key<Ratio> Share = FraudKeys.Share();

    private static readonly Key<string> Model = new(
        "model", new NameShape("model", "volatility-int8@1.2", context => context.Vocabulary.Models))
    {
        Documentation = "The model that cheaper_model runs instead.",
        Example = "volatility-int8@1.2",
        IsOptional = true,
    };

    private static readonly Key<Ratio> Effort = new("effort", Shapes.Ratio)
    {
        Documentation = "Inference time of the model that runs instead, as a share of the honest time.",
        Default = "1/4",
        Claim = Claim.Assumption("A-450", "8-bit weights are a quarter of the size, and small models are bound by memory"),
        Example = "1/2",
    };

    private static readonly Key<int> Answers = new("answers", Shapes.Integer(1, 1_000_000))
    {
        Documentation = "How many answers each node cheats in at most; all later ones are honest.",
        Default = "1000000",
        Convention = "a cheater does not stop by itself",
        Example = "10",
    };

    public static readonly ShortForm<NodeFraud> Shape = new(
        new Section<NodeFraud>(
            "a fraud of nodes",
            [Kind, Share, Model, Effort, Answers],
            values => new NodeFraud
            {
                Kind = values.Get(Kind),
                Share = values.Get(Share),
                Model = values.Find(Model),
                Effort = values.Get(Effort),
                Answers = values.Get(Answers),
            })
        {
            Rules = RequireModel,
        },
        Kind);

    /// <summary>The name of a fraud as a scenario writes it.</summary>
    public static string NameOf(NodeFraudKind kind) => Kinds.Format(kind);

    private static void RequireModel(SectionValues values)
    {
        bool needsModel = values.Get(Kind) == NodeFraudKind.CheaperModel;
        if (needsModel && values.Find(Model) is null)
        {
            values.Refuse(
                Kind,
                "cheaper_model does not say which model runs",
                "the model that runs instead of the asked one",
                "write for example '{ kind: cheaper_model, model: volatility-int8@1.2 }'");
        }
        else if (!needsModel && values.Find(Model) is not null)
        {
            values.Refuse(
                Model,
                $"{NameOf(values.Get(Kind))} runs no other model of your choice",
                "a model only with cheaper_model",
                "remove 'model'");
        }
    }
}
