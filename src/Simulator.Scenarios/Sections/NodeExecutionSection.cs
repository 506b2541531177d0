using Simulator.Inference.Execution;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>nodes.NAME.execution:</c></summary>
internal static class NodeExecutionSection
{
    private static readonly Key<OptimisationLevel> Optimisation = new("optimisation", new ChoiceShape<OptimisationLevel>(
        ("all", OptimisationLevel.All, "every rewriting of the graph that the runtime knows"),
        ("extended", OptimisationLevel.Extended, "fusions of the CPU provider too"),
        ("basic", OptimisationLevel.Basic, "what keeps the operators' meaning"),
        ("none", OptimisationLevel.None, "the graph as it is in the file")))
    {
        Documentation = "How far ONNX Runtime rewrites a model's graph.",
        Default = "all",
        Convention = "the runtime's own default",
        Example = "basic",
    };

    private static readonly Key<int> Threads = new("threads", Shapes.Integer(1, 64))
    {
        Documentation = "Threads inside one operator. What it changes is the order of sums, not the virtual time.",
        Default = "1",
        Convention = "one request, one core",
        Example = "2",
    };

    private static readonly Key<ModelPrecision> Precision = new("precision", new ChoiceShape<ModelPrecision>(
        ("published", ModelPrecision.Published, "the models as they are"),
        ("fp32", ModelPrecision.Fp32, "variants in single precision, NAME-float@VERSION, where the catalogue has them"),
        ("int8", ModelPrecision.Int8, "8-bit variants, NAME-int8@VERSION, where the catalogue has them")))
    {
        Documentation = "The arithmetic of the models that the nodes run. Unlike with the fraud lower_precision, nobody "
            + "means to deceive.",
        Default = "published",
        Convention = "what was asked is what runs",
        Example = "int8",
    };

    public static readonly Section<NodeExecution> Shape = new(
        "how nodes run models",
        [Optimisation, Threads, Precision],
        values => new NodeExecution
        {
            Optimisation = values.Get(Optimisation),
            Threads = values.Get(Threads),
            Precision = values.Get(Precision),
        });
}
