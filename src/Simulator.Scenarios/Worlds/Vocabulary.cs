using Simulator.Actors.Planting;
using Simulator.Inference.Catalogue;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Worlds;

/// <summary>The names this build of the network knows; what scenario files are checked against.</summary>
public static class Vocabulary
{
    /// <summary>A user that follows the protocol.</summary>
    public const string Honest = "honest";

    /// <summary>A user that accepts any answer it can read.</summary>
    public const string Careless = "careless";

    /// <param name="models">Models of the store.</param>
    /// <param name="checkers">Names of the checkers.</param>
    /// <param name="metrics">Metrics that can be measured.</param>
    public static ScenarioVocabulary Of(
        ModelStore models, IReadOnlyCollection<string> checkers, IReadOnlyCollection<MetricDefinition> metrics) => new()
        {
            Models = [.. models.Models.Select(model => model.Reference.ToString())],
            TextModels =
            [
                .. models.Models.Where(model => model.Blob.Text is not null).Select(model => model.Reference.ToString()),
            ],
            UserBehaviours = [Honest, Careless],
            PlantedBugs = PlantedBugs.Names,
            Checkers = checkers,
            Metrics = metrics,
        };
}
