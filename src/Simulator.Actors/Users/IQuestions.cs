using Simulator.Primitives;

namespace Simulator.Actors.Users;

/// <summary>Where a user's questions come from.</summary>
public interface IQuestions
{
    /// <summary>Name and version of the model that is asked.</summary>
    string Model { get; }

    /// <summary>The JSON request bytes of one question; a pure function of the draw.</summary>
    byte[] Compose(KeyedRandom random, DrawPurpose purpose, int attempt);
}
