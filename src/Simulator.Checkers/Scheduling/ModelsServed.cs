using Simulator.Records;

namespace Simulator.Checkers.Scheduling;

/// <summary>A node that says which models it serves computes no other one.</summary>
public sealed class ModelsServed : Checker
{
    private readonly SortedDictionary<string, SortedSet<string>> declared = new(StringComparer.Ordinal);

    public override string Name => "models.declared";

    public override string Rule => "No node computes a model that it does not declare.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case ModelsDeclared said:
                declared[said.Node] = new SortedSet<string>(said.Models, StringComparer.Ordinal);
                break;
            case InferenceCompleted done when declared.TryGetValue(done.Node, out SortedSet<string>? models):
                Judge(
                    models.Contains(done.Model),
                    fact.At,
                    done.Request.ToString(),
                    $"{done.Node} computed {done.Model} and declares {string.Join(", ", models)}");
                break;
        }
    }
}
