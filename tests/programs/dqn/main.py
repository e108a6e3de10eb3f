"""Run a little maze-like environment with a deep Q network."""
import numpy as np
from brain import DeepQNetwork


class Line:
    """Walk left or right on a line of eight places; the right end pays."""

    def __init__(self):
        self.action_space = ["l", "r"]
        self.n_actions = len(self.action_space)
        self.n_features = 2

    def reset(self):
        self.at = 3
        return self._observe()

    def step(self, action):
        self.at += 1 if self.action_space[action] == "r" else -1
        done = self.at in (0, 7)
        return self._observe(), float(self.at == 7), done

    def _observe(self):
        return np.array([self.at / 8.0, 1.0])


def run_maze(env, RL):
    step = 0
    for episode in range(2):
        observation = env.reset()
        while True:
            action = RL.choose_action(observation)
            observation_, reward, done = env.step(action)
            RL.store_transition(observation, action, reward, observation_)
            if (step > 4) and (step % 5 == 0):
                RL.learn()
            observation = observation_
            if done or step > 40:
                break
            step += 1
    print("over after", step)


if __name__ == "__main__":
    env = Line()
    RL = DeepQNetwork(
        env.n_actions,
        env.n_features,
        learning_rate=0.01,
        reward_decay=0.9,
        e_greedy=0.9,
        replace_target_iter=5,
        memory_size=50,
    )
    run_maze(env, RL)
